SELECT bit_xor(hash(t)) AS sum
FROM {{table}} AS t;
