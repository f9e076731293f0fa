package mainstay.planning.key;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContext;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The map as a file for spreadsheets, in which no text is ever a formula: beside each mark stands why.
@Component
class KeyExport {

    private static final int STARS = 3;
    private static final int MONEY = 4;
    private static final int NOT_GREEN = 5;

    void write(String form, List<AccountKeys> accounts, PageContext page, HttpServletResponse response)
            throws IOException {
        List<String> header = header(page);
        if (form.equals("csv")) {
            CsvAnswer.write(response, "keys.csv", header, accounts.stream().map(account -> cells(account, page)));
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("keys.xlsx").build().toString());
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Mainstay", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(page.t("key.title"));
            sheet.freezePane(0, 1);
            texts(sheet, 0, header);
            for (int i = 0; i < accounts.size(); i++) {
                AccountKeys account = accounts.get(i);
                texts(sheet, i + 1, cells(account, page));
                sheet.value(i + 1, STARS, account.stars());
                Long money = account.money();
                if (money != null) {
                    sheet.value(i + 1, MONEY, new Money(money).toDecimal());
                }
                sheet.value(i + 1, NOT_GREEN, account.notGreen());
            }
            sheet.finish();
        }
    }

    private static void texts(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    private static List<String> header(PageContext page) {
        List<String> header = new ArrayList<>(List.of(
                page.t("key.column.code"),
                page.t("plan.account"),
                page.t("key.manager"),
                page.t("key.stars"),
                page.t("key.money") + " " + page.currency(),
                page.t("key.notGreen")));
        for (Key key : Key.values()) {
            header.add(page.t(key.labelKey()));
            header.add(page.t("key.whyOf", page.t(key.labelKey())));
        }
        return header;
    }

    private static List<String> cells(AccountKeys account, PageContext page) {
        Long money = account.money();
        List<String> cells = new ArrayList<>(List.of(
                account.code(),
                account.name(),
                Objects.requireNonNullElse(account.manager(), ""),
                String.valueOf(account.stars()),
                money == null ? "" : new Money(money).toDecimal().toPlainString(),
                String.valueOf(account.notGreen())));
        for (KeyMark mark : account.marks()) {
            cells.add(page.t(mark.mark().labelKey()));
            KeyCheck why = mark.decisive();
            cells.add(page.t(why.whyKey(), why.arguments().toArray()));
        }
        return cells.stream().map(text -> text.replaceAll("\\p{Cc}", " ")).toList();
    }
}
