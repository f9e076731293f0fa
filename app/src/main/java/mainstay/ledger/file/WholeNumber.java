package mainstay.ledger.file;

/// Codes that a spreadsheet has turned into numbers: 17850.0 is 17850 again.
final class WholeNumber {

    private WholeNumber() {}

    static String plain(String value) {
        int point = value.indexOf('.');
        if (point <= 0) {
            return value;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean fits = i < point ? Character.isDigit(c) || (i == 0 && c == '-') : i == point || c == '0';
            if (!fits) {
                return value;
            }
        }
        return value.substring(0, point);
    }
}
