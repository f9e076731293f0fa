package mainstay.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import org.springframework.stereotype.Component;

/// The real ledger of a wholesaler in the United Kingdom, just as it was published.
@Component
final class OnlineRetail implements Sample {

    private final SampleImports imports;

    OnlineRetail(SampleImports imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "online-retail";
    }

    @Override
    public String firm() {
        return "Online Retail (sample)";
    }

    @Override
    public String currency() {
        return "GBP";
    }

    @Override
    public String noticeKey() {
        return "sample.notice.onlineRetail";
    }

    @Override
    public WeekShift shift(LocalDate today) {
        return WeekShift.NONE;
    }

    @Override
    public void load(Path directory, WeekShift shift, Path workshop, Progress progress) {
        Path ledger = directory.resolve("online_retail.csv.gz");
        progress.imported("sales", imports.untouched(ledger, MappingWish.of(Kind.SALES)));
    }
}
