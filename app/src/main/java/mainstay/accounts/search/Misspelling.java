package mainstay.accounts.search;

/// How far two words are apart: letters added, left out, exchanged, or two neighbours swapped.
public final class Misspelling {

    private static final int LONG = 8;

    private Misspelling() {}

    /// One slip in a short word, two in a long one.
    public static boolean isOf(String typed, String word) {
        int most = Math.min(typed.length(), word.length()) >= LONG ? 2 : 1;
        return Math.abs(typed.length() - word.length()) <= most && slips(typed, word) <= most;
    }

    static int slips(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            table[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            table[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }
}
