"""Partners, initiatives, people: who the alliance is and what it does."""

from partners.models.initiative import Edition, Initiative, InitiativeContent, InitiativeImage
from partners.models.partner import AnnualTheme, District, Partner, PartnerContent
from partners.models.person import Membership, Person

__all__ = [
    "AnnualTheme",
    "District",
    "Edition",
    "Initiative",
    "InitiativeContent",
    "InitiativeImage",
    "Membership",
    "Partner",
    "PartnerContent",
    "Person",
]
