package mainstay.ledger.file;

/// Which texts the ledger takes.
final class Texts {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 300;

    private Texts() {}

    static String checked(String value, FieldType type) throws FieldProblem {
        if (value.length() > (type == FieldType.CODE ? LONGEST_CODE : LONGEST_NAME)) {
            throw new FieldProblem(
                    value.length() > CsvTable.LARGEST_FIELD ? Reason.FIELD_TOO_LARGE : Reason.TEXT_TOO_LONG, value);
        }
        boolean breaks = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                breaks = true;
            } else if (c < ' ' || c == 0x7F) {
                throw new FieldProblem(Reason.CONTROL_CHARACTER, value.replaceAll("\\p{Cntrl}", "�"));
            } else if (c == '\uFFFD' || (Character.isSurrogate(c) && !paired(value, i))) {
                throw new FieldProblem(Reason.UNREADABLE_CHARACTER, value);
            }
        }
        return breaks ? value.replaceAll("[\\r\\n\\t]+", " ") : value;
    }

    private static boolean paired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
