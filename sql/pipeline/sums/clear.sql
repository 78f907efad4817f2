DELETE FROM download_sums;
