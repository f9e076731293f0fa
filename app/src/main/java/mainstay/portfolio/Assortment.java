package mainstay.portfolio;

/// What an account bought in a period, line by line.
record Assortment(long account, int products, long floorLines, long belowFloor) {}
