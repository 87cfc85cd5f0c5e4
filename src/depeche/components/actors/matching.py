"""Finding actor mentions: registered names, descriptive noun phrases, persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from depeche.components.actors.demonyms import army_of
from depeche.components.actors.nouns import Row, noun_at, phrase_end
from depeche.components.actors.registry import RegisteredActor, Registry
from depeche.components.lemma_patterns import agreement_keys_cached, fold_agreement
from depeche.values.actors import ActorMention

Match = tuple[int, int, ActorMention]
# Adjectives that may stand between a count or an article and the noun (« de présumés djihadistes », « dix autres soldats »).
_FRONT = frozenset(map(fold_agreement, ("présumé", "jeune", "ancien", "supposé", "petit", "haut")))


def key_of(name: str) -> str:
    """The folded name by which two mentions of one actor meet."""
    return " ".join(fold_agreement(word) for word in name.split())


def _registered(actor: RegisteredActor, doc: Doc, start: int, end: int, head: int) -> ActorMention:
    return ActorMention.model_validate(
        {
            "name": doc[start:end].text,
            "key": actor.id,
            "actor_type": actor.actor_type,
            "group": actor.group,
            "bias": "any" if actor.actor_type in ("state_forces", "police", "peacekeepers") else "perp",
            "named": True,
            "head": head,
            "country": actor.countries[0] if len(actor.countries) == 1 else None,
            "rule": "actor.registry",
        }
    )


def _inner_actor(
    doc: Doc, words: Sequence[str], start: int, end: int, registry: Registry
) -> tuple[int, int, RegisteredActor] | None:
    """A registered group named inside a noun phrase (« combattants du M23 »)."""
    for index in range(start, end):
        found = registry.match_at(words, index)
        if found is not None:
            return index, found[0], found[1]
    return None


def _phrase(
    doc: Doc,
    words: Sequence[str],
    start: int,
    head_end: int,
    row: Row,
    stop: frozenset[int],
    registry: Registry,
) -> Match:
    end = phrase_end(doc, head_end, stop)
    front = _front(doc, start, stop)
    armed = row["bias"] in ("perp", "any") or row["noun"] in ("homme", "membre", "personne", "jeune")
    if armed:
        inner = _inner_actor(doc, words, head_end, min(end + 2, len(doc), doc[start].sent.end), registry)
        if (
            inner is not None
            and inner[0] <= end + 1
            and not any(doc[i].is_punct for i in range(head_end, inner[0]) if doc[i].text not in '«»"')
        ):
            first, last, actor = inner
            return front, max(end, last), _registered(actor, doc, first, last, start)
    owner = _owner(doc, words, row, head_end, end, registry)
    if owner is not None:
        return start, end, owner.model_copy(update={"head": start})
    person = _titled_person(doc, head_end, end, row)
    if person is not None:
        return (
            start,
            person[1],
            ActorMention.model_validate(
                {
                    "name": doc[person[0] : person[1]].text,
                    "key": key_of(doc[person[0] : person[1]].text),
                    "actor_type": row["actor_type"],
                    "group": row["group"],
                    "bias": row["bias"],
                    "named": True,
                    "unit": "person",
                    "head": start,
                    "rule": "actor.person",
                }
            ),
        )
    first = front
    name = doc[first:end].text
    return (
        first,
        end,
        ActorMention.model_validate(
            {
                "name": name,
                "key": key_of(name),
                "actor_type": row["actor_type"],
                "group": row["group"],
                "bias": row["bias"],
                "named": False,
                "head": start,
                "unit": row["unit"],
                "rule": f"actor.noun.{row['noun']}",
            }
        ),
    )


def _front(doc: Doc, start: int, stop: frozenset[int]) -> int:
    """First token of the phrase: « présumés » or « jeunes » before the noun belong to it."""
    first = start
    while first > 0 and fold_agreement(doc[first - 1].text) in _FRONT and first - 1 not in stop:
        first -= 1
    return first


# Machines that act for those who fly or drive them.
_CRAFT = frozenset(
    {
        "avion",
        "drone",
        "hélicoptère",
        "chasseur",
        "char",
        "aéronef",
        "blindé",
        "bombardier",
        "navire",
        "aviation",
        "artillerie",
    }
)


def _owner(
    doc: Doc, words: Sequence[str], row: Row, start: int, end: int, registry: Registry
) -> ActorMention | None:
    """« un avion de la junte », « des drones turcs »: who stands behind a machine."""
    if row["noun"].split()[0] not in _CRAFT or row["unit"] != "thing":
        return None
    inner = _inner_actor(doc, words, start, end, registry)
    if inner is not None:
        return _registered(inner[2], doc, inner[0], inner[1], inner[0])
    keys = agreement_keys_cached(doc)
    for index in range(start, end):
        noun = noun_at(keys, doc, index)
        if noun is not None and noun[1]["bias"] in ("any", "perp"):
            name = doc[index : max(noun[0], min(end, phrase_end(doc, noun[0], frozenset())))].text
            return ActorMention.model_validate(
                {
                    "name": name,
                    "key": key_of(name),
                    "actor_type": noun[1]["actor_type"],
                    "group": noun[1]["group"],
                    "bias": noun[1]["bias"],
                    "named": False,
                    "unit": noun[1]["unit"],
                    "head": index,
                    "rule": "actor.owner",
                }
            )
    army = army_of(doc, start, end + 1)
    return army[1] if army is not None else None


def _titled_person(doc: Doc, head_end: int, end: int, row: Row) -> tuple[int, int] | None:
    """« l'humanitaire Jeffery Woodke », « le maire de X, Y »: the name that follows a person's title."""
    if row["unit"] != "person" or row["bias"] == "count":
        return None
    for ent in doc.ents:
        if ent.label_ == "PER" and head_end <= ent.start <= end and ent.end - ent.start <= 4:
            return ent.start, ent.end
    return None


def _person(span: Span) -> ActorMention:
    return ActorMention(
        name=span.text,
        key=key_of(span.text),
        actor_type="civilians",
        group="unspecified",
        bias="any",
        named=True,
        head=span.start,
        rule="actor.person",
    )


def match_actors(doc: Doc, registry: Registry, stop: frozenset[int]) -> Iterator[Match]:
    """Actor mentions of a doc, left to right, without overlap.

    Args:
        stop: token indices that belong to event verbs and end a noun phrase.
    """
    keys = agreement_keys_cached(doc)
    words = [token.text.replace("’", "'") for token in doc]
    persons = {ent.start: ent for ent in doc.ents if ent.label_ == "PER"}
    index = 0
    while index < len(doc):
        match = _match_at(doc, keys, words, index, persons, registry, stop)
        if match is None:
            index += 1
            continue
        yield match
        index = max(match[1], index + 1)


def _match_at(
    doc: Doc,
    keys: Sequence[tuple[str, ...]],
    words: Sequence[str],
    index: int,
    persons: dict[int, Span],
    registry: Registry,
    stop: frozenset[int],
) -> Match | None:
    found = registry.match_at(words, index)
    if found is not None:
        return index, found[0], _registered(found[1], doc, index, found[0], index)
    if index not in stop and not (doc[index].ent_type_ == "PER" and doc[index].text[:1].isupper()):
        noun = noun_at(keys, doc, index)
        if noun is not None:
            return _phrase(doc, words, index, noun[0], noun[1], stop, registry)
    if index in persons:
        return index, persons[index].end, _person(persons[index])
    return None
