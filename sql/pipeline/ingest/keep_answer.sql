INSERT INTO kept_answers (source, name, target, answer, came_at)
VALUES ($source, $name, $target, $answer, $came_at);
