"""The 64 intents: the contract between training data, dialogue, statistics and evaluation.

The names are fixed (`intents.md`); a name is never reused for another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Group = Literal[
    "situatie", "crisis", "vp", "klacht_en_rechten", "hulp", "uitleg", "assistent", "gesprek"
]


@dataclass(frozen=True)
class Intent:
    """One thing an employee may want; `label` is what a button says when we are in doubt."""

    name: str
    group: Group
    label: str


_ALL: tuple[Intent, ...] = (
    Intent("situatie_pesten", "situatie", "Ik word gepest of buitengesloten"),
    Intent("situatie_intimidatie", "situatie", "Iemand intimideert of bedreigt me"),
    Intent("situatie_seksuele_intimidatie", "situatie", "Seksuele opmerkingen of aanrakingen"),
    Intent("situatie_discriminatie", "situatie", "Ik word gediscrimineerd"),
    Intent("situatie_agressie_geweld", "situatie", "Agressie of geweld"),
    Intent("situatie_misstand", "situatie", "Er gebeurt iets wat niet mag"),
    Intent("situatie_conflict", "situatie", "Een conflict over werk"),
    Intent("situatie_werkdruk", "situatie", "Te veel werk of stress"),
    Intent("situatie_prive", "situatie", "Problemen thuis"),
    Intent("situatie_vaag", "situatie", "Er is iets, maar het is lastig te zeggen"),
    Intent("situatie_getuige", "situatie", "Ik zie dat het een collega overkomt"),
    Intent("situatie_beschuldigd", "situatie", "Ik word zelf beschuldigd"),
    Intent("situatie_leidinggevende", "situatie", "Het speelt in mijn team"),
    Intent("crisis_suicide", "crisis", "Ik denk aan zelfmoord"),
    Intent("crisis_acuut_gevaar", "crisis", "Er is nu gevaar"),
    Intent("crisis_seksueel_geweld", "crisis", "Aanranding of verkrachting"),
    Intent("vp_taken", "vp", "Wat doet een vertrouwenspersoon?"),
    Intent("vp_grenzen", "vp", "Wat kan een vertrouwenspersoon niet?"),
    Intent("vp_geheimhouding", "vp", "Blijft het geheim?"),
    Intent("vp_zoeken", "vp", "Wie is mijn vertrouwenspersoon?"),
    Intent("vp_gesprek", "vp", "Hoe gaat zo'n gesprek?"),
    Intent("vp_intern_extern", "vp", "Intern of extern: wat is het verschil?"),
    Intent("vp_voor_wie", "vp", "Mag ik ook naar de vertrouwenspersoon?"),
    Intent("vp_kosten", "vp", "Wat kost het?"),
    Intent("vp_onafhankelijk", "vp", "Staat die wel aan mijn kant?"),
    Intent("vp_verplicht", "vp", "Moet mijn werkgever er een hebben?"),
    Intent("klacht_indienen", "klacht_en_rechten", "Een klacht indienen"),
    Intent("klacht_verloop", "klacht_en_rechten", "Hoe gaat een klacht verder?"),
    Intent("klacht_of_melding", "klacht_en_rechten", "Praten, melden of klagen?"),
    Intent("klacht_informeel", "klacht_en_rechten", "Oplossen zonder klacht"),
    Intent("klacht_intrekken", "klacht_en_rechten", "Kan ik nog stoppen?"),
    Intent("anoniem_melden", "klacht_en_rechten", "Kan het anoniem?"),
    Intent("bewijs_verzamelen", "klacht_en_rechten", "Welk bewijs heb ik nodig?"),
    Intent("logboek_maken", "klacht_en_rechten", "Opschrijven wat er gebeurt"),
    Intent("gevolgen_melder", "klacht_en_rechten", "Kan ik er last van krijgen?"),
    Intent("misstand_melden", "klacht_en_rechten", "Een misstand melden"),
    Intent("aangifte_politie", "klacht_en_rechten", "Naar de politie"),
    Intent("juridische_hulp", "klacht_en_rechten", "Juridische hulp"),
    Intent("hulp_extern", "hulp", "Hulp van buiten"),
    Intent("hulp_psychisch", "hulp", "Steun om het vol te houden"),
    Intent("hulp_bedrijfsarts", "hulp", "De bedrijfsarts of ziek melden"),
    Intent("uitleg_pesten", "uitleg", "Wat is pesten?"),
    Intent("uitleg_intimidatie", "uitleg", "Wat is intimidatie?"),
    Intent("uitleg_seksuele_intimidatie", "uitleg", "Wat is seksuele intimidatie?"),
    Intent("uitleg_discriminatie", "uitleg", "Wat is discriminatie?"),
    Intent("uitleg_agressie_geweld", "uitleg", "Wat is agressie en geweld?"),
    Intent("uitleg_misstand", "uitleg", "Wat is een misstand?"),
    Intent("uitleg_grens", "uitleg", "Is dit nog normaal?"),
    Intent("uitleg_gedragscode", "uitleg", "De gedragscode of huisregels"),
    Intent("bot_privacy", "assistent", "Wat bewaar je van mij?"),
    Intent("bot_identiteit", "assistent", "Wie of wat ben jij?"),
    Intent("bot_mogelijkheden", "assistent", "Wat kan ik hier vragen?"),
    Intent("mens_spreken", "assistent", "Ik wil een mens spreken"),
    Intent("taal_engels", "assistent", "English, please"),
    Intent("groet", "gesprek", "Hallo"),
    Intent("afscheid", "gesprek", "Tot ziens"),
    Intent("bedankt", "gesprek", "Bedankt"),
    Intent("bevestigen", "gesprek", "Ja"),
    Intent("ontkennen", "gesprek", "Nee"),
    Intent("weet_niet", "gesprek", "Weet ik niet"),
    Intent("opnieuw", "gesprek", "Opnieuw beginnen"),
    Intent("emotie", "gesprek", "Ik voel me rot"),
    Intent("schelden", "gesprek", "Ik heb hier niets aan"),
    Intent("buiten_bereik", "gesprek", "Iets heel anders"),
)

INTENTS = MappingProxyType({intent.name: intent for intent in _ALL})
CRISIS_INTENTS: tuple[str, ...] = tuple(i.name for i in _ALL if i.group == "crisis")
