package mainstay.workbench.quality;

import java.util.List;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.workbench.quality.FileGaps.Column;
import mainstay.workbench.quality.FileGaps.LeftOut;
import mainstay.workbench.quality.FileGaps.Ratings;
import mainstay.workbench.quality.Gap.Worst;

/// Gaps of the files that were imported, whatever the period, and of the ratings that follow.
record FileQuality(FileGaps files) {
    private static final int WORST = 8;

    Gap leftOut() {
        List<LeftOut> batches = files.leftOut();
        long rejected = batches.stream().mapToLong(LeftOut::rejected).sum();
        long rows = batches.stream().mapToLong(LeftOut::rows).sum();
        long conflicts = batches.stream().mapToLong(LeftOut::conflicts).sum();
        return new Gap(
                "waiting",
                rejected,
                null,
                null,
                Text.of(
                        "quality.waiting.costs",
                        rejected,
                        conflicts,
                        batches.size(),
                        Shown.share(rows == 0 ? null : (double) rejected / rows)),
                Text.of("quality.waiting.todo"),
                "/imports",
                batches.stream()
                        .limit(WORST)
                        .map(batch -> new Worst(
                                Text.of("door.text", batch.fileName()),
                                null,
                                batch.rejected(),
                                null,
                                "/imports/" + batch.batchId()))
                        .toList());
    }

    Gap unmapped() {
        List<Column> columns = files.unmapped();
        return new Gap(
                "unmapped",
                columns.size(),
                null,
                null,
                Text.of(
                        "quality.unmapped.costs",
                        columns.size(),
                        columns.stream().mapToLong(Column::batches).max().orElse(0)),
                Text.of("quality.unmapped.todo"),
                "/imports",
                columns.stream()
                        .limit(WORST)
                        .map(column -> new Worst(
                                Text.of("quality.unmapped.column", column.name(), column.fileName(), column.batches()),
                                null,
                                column.rows(),
                                null,
                                "/imports/" + column.batchId()))
                        .toList());
    }

    Gap ratings() {
        Ratings ratings = files.ratings();
        return new Gap(
                "rating",
                ratings.hollow(),
                null,
                null,
                Text.of(
                        "quality.rating.costs",
                        ratings.hollow(),
                        ratings.rated(),
                        Shown.share(ratings.rated() == 0 ? null : ratings.coverage())),
                Text.of("quality.rating.todo"),
                "/today",
                List.of());
    }
}
