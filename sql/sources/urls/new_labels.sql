SELECT
    label,
    label_checklist
FROM urls_new_labels
WHERE number BETWEEN $first AND $last
ORDER BY number;
