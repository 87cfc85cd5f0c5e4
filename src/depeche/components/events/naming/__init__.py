"""Who is meant: attackers described, pronouns, « le groupe », « il s'agit de »."""
