package mainstay.demo;

import java.util.Set;
import java.util.function.Predicate;
import mainstay.ledger.file.Kind;

/// A file of a sample and what has to be done to it on its way in.
///
/// @param path     below the sample's directory
/// @param dates    columns to shift
/// @param column   column by which rows are left out, empty where all stay
/// @param leftOut  values of that column
/// @param shipped  where the goods of some documents go instead
record SampleFile(
        String path, Kind kind, Set<String> dates, String column, Predicate<String> leftOut, ShippedElsewhere shipped) {

    static SampleFile of(String path, Kind kind, String... dates) {
        return new SampleFile(path, kind, Set.of(dates), "", value -> false, ShippedElsewhere.NOWHERE);
    }

    SampleFile without(String column, Set<String> values) {
        return new SampleFile(path, kind, dates, column, values::contains, shipped);
    }

    SampleFile shipped(ShippedElsewhere elsewhere) {
        return new SampleFile(path, kind, dates, column, leftOut, elsewhere);
    }

    /// As the batch is listed.
    String name() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }
}
