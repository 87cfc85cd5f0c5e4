"""Twenty articles that hold no date: ages, durations, counts, scores, laws, flights, names, parts of speech."""

from __future__ import annotations

import pytest

from depeche.components.dates.narrative import read_dates

ARTICLES = {
    "ages": "Un homme de 41 ans et sa fille, âgée de 12 ans, ont été blessés. La victime, septuagénaire, avait "
    "74 ans. Le suspect, 19 ans, n'avait que trois ans quand il est arrivé. Son frère a fêté ses dix-huit ans.",
    "durations": "Le siège a duré deux mois et trois jours. Pendant près de 24 heures, les otages sont restés sans "
    "eau. Après douze jours de captivité, ils sont sortis. Il a écopé de dix ans de prison ferme, dont 24 mois avec "
    "sursis.",
    "counts": "Selon l'ONU, 2 019 personnes ont fui et 1.999 maisons ont brûlé. On compte 41 soldats tués, 2000 "
    "déplacés et 12 000 sinistrés. Plus de 1900 tentes ont été montées, dont 31 pour les malades.",
    "score": "Les Aigles ont gagné 3-1, puis 2 à 0. Le score de 5/2 au premier set n'a pas suffi. À la 89e minute, "
    "il marque le but du 4-3. Elle a nagé le 1500 m en 15 minutes 48.",
    "law": "La loi 2004-1234 et le décret n° 98-214 s'appliquent. L'article 2012 du code vise les contrats. Le "
    "règlement 1907/2006 fixe la règle, comme la norme ISO 9001 et la résolution 2085 du Conseil de sécurité.",
    "flight": "Le vol AF 1990 et le vol 2015 d'une autre compagnie se sont croisés. Un Boeing 737 et un Airbus A320 "
    "attendaient piste 23. Le train 2019 était à quai, voie 12.",
    "mars": "La sonde s'est posée sur Mars. La planète Mars compte deux lunes. La foule s'est rassemblée au "
    "Champ-de-Mars. La mission vers Mars coûte cher ; Bruno Mars chante le soir même de sa tournée martienne.",
    "mai": "Mai Linh, une étudiante vietnamienne, dirige l'association. Mme Mai a remercié le général Avril. "
    "Août Guillaume est un prénom rare. Mais elle n'a pas voulu témoigner.",
    "ete": "Le village a été attaqué et les maisons ont été brûlées. Elle avait été prévenue. La route a été coupée "
    "et le pont a été détruit. Une nuit d'été, peut-être. Les habitants ont été évacués.",
    "cars": "Une Peugeot 2008 et une Renault 1900 ont pris feu. Le conducteur de la 308 est indemne. Sur la "
    "nationale 12, près de la borne 1998, la circulation est coupée.",
    "money": "Le chantier coûte 2000 euros le mètre, soit 1999 francs. Le kilo de riz vaut 1 950 francs. Une prime de "
    "2020 € a été versée aux 31 ouvriers. Le budget est de 12.500.000 francs.",
    "habit": "Le dimanche, il va au marché. Tous les lundis, elle pêche. Chaque mardi, le car passe. Un jeudi sur "
    "deux, on joue. Les samedis soir, on danse. Du lundi au vendredi, l'école est ouverte.",
    "names": "Robinson et ses compagnons ont fui. Place du 8 Mai 1945, la foule a défilé, puis rue du 4 Septembre. "
    "Depuis le 11-Septembre, les contrôles durent. Le père Noël est venu ; Noël Mamère a parlé.",
    "weather": "La pluie tombe et le vent forcit. La rivière a dépassé 3 mètres. Les secours ont sorti 17 personnes. "
    "L'automne est une saison humide. Le printemps arabe n'est plus qu'un souvenir.",
    "dogs": "Un chien de 4 ans a mordu un enfant de 8 ans. Le maître, 52 ans, a promis de payer. Le vétérinaire a "
    "posé 12 points de suture en 40 minutes.",
    "measures": "Le séisme, de magnitude 7,8, a frappé à 10 km de profondeur. La secousse a duré 45 secondes. "
    "L'épicentre est à 23 kilomètres de la ville, à 1 850 mètres d'altitude. La température atteint 41 degrés.",
    "phones": "Un numéro vert, le 0800 20 10 19, est ouvert. On peut aussi écrire au 12, avenue de la Paix, ou "
    "appeler le 17. La salle 2024 est fermée. La chambre 1515 aussi.",
    "army": "Le 2e régiment, le 21e RIMa et la 13e demi-brigade sont engagés. Un obus de 155 mm et des roquettes de "
    "107 mm ont été saisis, avec 1 917 cartouches de 7,62. Le général a passé la deuxième nuit au camp.",
    "recipe": "Le chef sert 2 019 repas par semaine. Il faut deux heures de cuisson, trois fois par jour. Une "
    "semaine de quatre jours suffirait. Le mois de salaire est payé d'avance. Les secondes comptent.",
    "speech": "« Le jour viendra », a-t-il dit. Il y a trois morts et deux blessés. Un jour, tout changera. Il vit au "
    "jour le jour. C'est la première fois en dix ans que le pays recule. La dernière semaine fut longue.",
}


@pytest.mark.parametrize("name", ARTICLES)
def test_no_date_is_found(name: str) -> None:
    text = ARTICLES[name]
    found = [text[read.start : read.end] for read in read_dates(text).dates]
    assert found == []


def test_twenty_articles() -> None:
    assert len(ARTICLES) == 20
