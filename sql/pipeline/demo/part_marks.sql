SELECT mark FROM demo.download_marks;
