package mainstay.accounts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.accounts.AccountColumn.Cell;
import mainstay.accounts.AccountColumn.Form;
import mainstay.activity.Timeline;
import mainstay.shared.Money;
import mainstay.shared.web.Texts;
import mainstay.shared.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the list as it is shown, all pages of it, as the database is at one moment. Accounts are read
/// some hundreds at a time.
@Service
class ListExport {

    private final AccountBook book;
    private final Texts texts;
    private final Viewer.Source viewers;
    private final Timeline timeline;

    ListExport(AccountBook book, Texts texts, Viewer.Source viewers, Timeline timeline) {
        this.book = book;
        this.texts = texts;
        this.viewers = viewers;
        this.timeline = timeline;
    }

    /// @return how many accounts were written
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long write(ListAddress address, ExportFormat format, Locale language, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                ListSheet sheet = sheet(format, language, out)) {
            List<ListColumn> columns = columns(address);
            head(sheet, columns, language);
            long rows = 0;
            Long after = null;
            do {
                AccountLeaf leaf = book.page(new AccountListing(
                        address.filter(), address.sort(), 1, AccountListing.AT_ONCE, after, address.columns()));
                for (AccountLeaf.Row row : leaf.rows()) {
                    write(sheet, columns, row, language);
                }
                rows += leaf.rows().size();
                after = leaf.next();
            } while (after != null);
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Who takes data out of the house is known to it.
    @Transactional
    public void note(ListAddress address, ExportFormat format, long rows) {
        timeline.note(
                null,
                "accountsExported",
                Map.of(
                        "format", format.name(),
                        "rows", String.valueOf(rows),
                        "what", String.join(", ", address.state().values())));
    }

    private ListSheet sheet(ExportFormat format, Locale language, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            case XLSX -> new WorkbookSheet(out, texts.get(language, "accounts.title"));
        };
    }

    /// The name's cell of the list holds code and group too: columns of their own here.
    private List<ListColumn> columns(ListAddress address) {
        List<ListColumn> shown = book.columns(address.columns());
        return Stream.concat(
                        Stream.of(OwnColumn.CODE, OwnColumn.GROUP, OwnColumn.CLOSED)
                                .filter(own -> own != OwnColumn.CLOSED
                                        || address.filter().status() != AccountFilter.Status.OPEN)
                                .map(ListColumn::of)
                                .filter(column -> shown.stream()
                                        .noneMatch(other -> other.key().equals(column.key()))),
                        shown.stream())
                .toList();
    }

    private void head(ListSheet sheet, List<ListColumn> columns, Locale language) throws IOException {
        String currency = viewers.firm().currency();
        sheet.text(texts.get(language, "accounts.name"));
        for (ListColumn column : columns) {
            String label = texts.get(language, column.labelKey());
            sheet.text(column.isMoney() ? texts.get(language, "lists.inCurrency", label, currency) : label);
        }
        sheet.endRow();
    }

    private void write(ListSheet sheet, List<ListColumn> columns, AccountLeaf.Row row, Locale language)
            throws IOException {
        sheet.text(plain(row.account().name()));
        for (ListColumn column : columns) {
            write(sheet, row.cell(column), language);
        }
        sheet.endRow();
    }

    private void write(ListSheet sheet, @Nullable Cell cell, Locale language) {
        if (cell == null || cell.isUnknown()) {
            sheet.unknown();
            return;
        }
        switch (cell.form()) {
            case DATE -> sheet.day(Objects.requireNonNull(cell.day()));
            case TEXT -> sheet.text(plain(Objects.requireNonNull(cell.text())));
            case TEXT_KEY -> sheet.text(texts.get(language, Objects.requireNonNull(cell.text())));
            case MONEY, PERCENT, NUMBER, DECIMAL, STARS ->
                sheet.number(number(cell.form(), Objects.requireNonNull(cell.number())), cell.form());
        }
    }

    private static BigDecimal number(Form form, Number number) {
        return form == Form.MONEY ? new Money(number.longValue()).toDecimal() : new BigDecimal(number.toString());
    }

    /// Control characters have no place in either kind of file.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) && c != '\t' ? ' ' : c));
        return plain.toString();
    }
}
