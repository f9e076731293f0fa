package mainstay.team.energy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.shared.web.CsvAnswer;
import mainstay.shared.web.PageContext;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Where time went, as a file for spreadsheets, in which no text is ever a formula.
@Component
class EnergyExport {

    private static final int HOUR = 60;
    private static final List<String> COLUMNS = List.of(
            "user", "name", "external", "meetings", "decisions", "internalShare", "working", "measured", "verdict");

    void write(String form, EnergyOverview overview, PageContext page, HttpServletResponse response)
            throws IOException {
        List<String> header = COLUMNS.stream()
                .map(column -> page.t("energy.column." + column))
                .toList();
        String name = "energy-%s-%s.%s"
                .formatted(overview.period().from(), overview.period().until(), form);
        List<List<Object>> rows =
                overview.rows().stream().map(row -> cells(row, page)).toList();
        if (form.equals("csv")) {
            CsvAnswer.write(
                    response,
                    name,
                    header,
                    rows.stream()
                            .map(cells -> cells.stream().map(Object::toString).toList()));
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Mainstay", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(page.t("energy.tab"));
            sheet.freezePane(0, 1);
            for (int column = 0; column < header.size(); column++) {
                sheet.inlineString(0, column, header.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row + 1, rows.get(row));
            }
            sheet.finish();
        }
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof BigDecimal number) {
                sheet.value(row, column, number);
            } else {
                sheet.inlineString(row, column, cells.get(column).toString());
            }
        }
    }

    /// What is not known is an empty cell.
    private static List<Object> cells(EnergyRow row, PageContext page) {
        Energy energy = row.energy();
        return Stream.<@Nullable Object>of(
                        row.user(),
                        row.name(),
                        hours(energy.external()),
                        hours(energy.meetings()),
                        hours(energy.decisions()),
                        share(energy.internalShare()),
                        energy.working() > 0 ? hours(energy.working()) : null,
                        share(energy.measured()),
                        page.t(row.verdict().key()))
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static BigDecimal hours(double minutes) {
        return BigDecimal.valueOf(minutes / HOUR).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
