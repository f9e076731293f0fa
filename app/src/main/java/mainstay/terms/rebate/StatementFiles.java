package mainstay.terms.rebate;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.FirmDesk;
import mainstay.shared.DocumentFonts;
import mainstay.shared.web.Texts;
import mainstay.terms.rebate.StatementSheet.Cell;
import org.springframework.stereotype.Component;

/// Statements as files.
@Component
class StatementFiles {

    private final Texts texts;
    private final FirmDesk firm;
    private final DocumentFonts fonts;

    StatementFiles(Texts texts, FirmDesk firm, DocumentFonts fonts) {
        this.texts = texts;
        this.firm = firm;
        this.fonts = fonts;
    }

    /// @param format `pdf` or `xlsx`
    byte[] of(Statement statement, String format, Locale language) throws IOException {
        StatementSheet sheet =
                StatementSheet.of(statement, texts, language, firm.settings().currency());
        return format.equals("xlsx")
                ? StatementWorkbook.of(sheet)
                : new StatementDocument(fonts.of(letters(sheet)), language).of(sheet);
    }

    private static String letters(StatementSheet sheet) {
        return sheet.title()
                + sheet.tables().stream()
                        .flatMap(table -> Stream.of(
                                        Stream.of(table.heading()),
                                        table.header().stream(),
                                        table.rows().stream()
                                                .flatMap(row -> row.stream())
                                                .map(cell -> cell instanceof Cell.Words words ? words.words() : ""))
                                .flatMap(words -> words))
                        .collect(Collectors.joining());
    }
}
