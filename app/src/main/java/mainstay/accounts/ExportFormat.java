package mainstay.accounts;

import java.util.Arrays;
import java.util.Optional;

/// The files in which a list can be taken along.
enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String word;
    private final String contentType;

    ExportFormat(String word, String contentType) {
        this.word = word;
        this.contentType = contentType;
    }

    String word() {
        return word;
    }

    String contentType() {
        return contentType;
    }

    static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }
}
