"""`{% source_of paragraph content recording as source %}`: what belongs below a quote."""

from django import template

from events.transcripts import quoting

register = template.Library()
register.simple_tag(quoting.source_of)
