package mainstay.ledger.file;

import mainstay.shared.HarmlessText;

/// Which texts the ledger takes.
final class Texts {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 300;

    private Texts() {}

    static String checked(String value, FieldType type) throws FieldProblem {
        if (value.length() > (type == FieldType.NAME ? LONGEST_NAME : LONGEST_CODE)) {
            throw new FieldProblem(
                    value.length() > CsvTable.LARGEST_FIELD ? Reason.FIELD_TOO_LARGE : Reason.TEXT_TOO_LONG, value);
        }
        if (type == FieldType.ACCOUNT && (value.equals(".") || value.equals(".."))) {
            throw new FieldProblem(Reason.UNUSABLE_CODE, value);
        }
        boolean breaks = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (type != FieldType.NAME && (c == '\n' || c == '\r')) {
                throw new FieldProblem(Reason.LINE_BREAK, shown(value));
            } else if (type != FieldType.ACCOUNT && (c == '\n' || c == '\r' || c == '\t')) {
                breaks = true;
            } else if (c < ' ' || c == 0x7F || HarmlessText.turns(c) || (type == FieldType.ACCOUNT && isHidden(c))) {
                throw new FieldProblem(Reason.CONTROL_CHARACTER, shown(value));
            } else if (c == '\uFFFD' || (Character.isSurrogate(c) && !paired(value, i))) {
                throw new FieldProblem(Reason.UNREADABLE_CHARACTER, value);
            }
        }
        return breaks ? value.replaceAll("[\\r\\n\\t]+", " ") : value;
    }

    private static String shown(String value) {
        return HarmlessText.cleaned(value).replaceAll("\\p{Cntrl}", "�");
    }

    /// What breaks a line or steers a terminal without being seen.
    private static boolean isHidden(char c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }

    private static boolean paired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
