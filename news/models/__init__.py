"""News, press releases, and what belongs to them."""

from news.models.article import ArticleContent
from news.models.boilerplate import Boilerplate
from news.models.contacts import PressContact
from news.models.identity import Article
from news.models.rows import (
    ArticleAttachment,
    ArticleContact,
    ArticleImage,
    ArticleSource,
    RelatedArticle,
    add_usual_contact,
)
from news.models.topics import Topic

__all__ = [
    "Article",
    "ArticleAttachment",
    "ArticleContact",
    "ArticleContent",
    "ArticleImage",
    "ArticleSource",
    "Boilerplate",
    "PressContact",
    "RelatedArticle",
    "Topic",
    "add_usual_contact",
]
