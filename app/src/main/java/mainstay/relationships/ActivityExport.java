package mainstay.relationships;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import mainstay.activity.Activity;
import mainstay.relationships.ActivityLine.Met;
import mainstay.relationships.ActivityLine.Place;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContext;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Activities as a file for spreadsheets, in which no text is ever a formula.
@Component
class ActivityExport {

    static final int MOST = 20_000;
    private static final int FIRST_NUMBER = 5;
    private static final int LAST_NUMBER = 6;
    private static final List<String> COLUMNS = List.of(
            "day",
            "time",
            "account",
            "accountName",
            "kind",
            "minutes",
            "travel",
            "subject",
            "notes",
            "colleagues",
            "people",
            "state",
            "begunBy",
            "uid");

    void write(String form, List<ActivityLine> lines, PageContext page, HttpServletResponse response)
            throws IOException {
        List<String> header = COLUMNS.stream()
                .map(column -> page.t("activity.column." + column))
                .toList();
        if (form.equals("csv")) {
            CsvAnswer.write(response, "activities.csv", header, lines.stream().map(line -> cells(line, page)));
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("activities.xlsx")
                        .build()
                        .toString());
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Mainstay", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(page.t("activity.title"));
            sheet.freezePane(0, 1);
            texts(sheet, 0, header);
            for (int i = 0; i < lines.size(); i++) {
                List<String> cells = cells(lines.get(i), page);
                texts(sheet, i + 1, cells);
                for (int column = FIRST_NUMBER; column <= LAST_NUMBER; column++) {
                    sheet.value(i + 1, column, Integer.valueOf(cells.get(column)));
                }
            }
            sheet.finish();
        }
    }

    private static void texts(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    private static List<String> cells(ActivityLine line, PageContext page) {
        Activity one = line.activity();
        ZoneId zone = page.firm().zone();
        Place account = line.account();
        String notes = one.notes();
        return List.of(
                        one.onDay().toString(),
                        one.dayOnly() ? "" : String.valueOf(one.time(zone)),
                        account == null ? "" : account.code(),
                        account == null ? "" : account.name(),
                        page.t(one.kindKey()),
                        String.valueOf(one.minutes()),
                        String.valueOf(one.travelMinutes()),
                        one.subject(),
                        notes == null ? "" : notes,
                        String.join("; ", line.users()),
                        line.people().stream().map(Met::name).collect(Collectors.joining("; ")),
                        page.t(one.state().key()),
                        one.begunBy() == null ? "" : page.t("activity.begunBy." + one.begunBy()),
                        one.uid())
                .stream()
                .map(text -> text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " "))
                .toList();
    }
}
