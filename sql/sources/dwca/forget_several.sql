DROP TABLE dwca_several;
