DELETE FROM match_candidates;
