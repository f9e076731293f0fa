package mainstay.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the list of imports, the newest first.
///
/// @param next number behind which the next page begins; null on the last
/// @param first whether nothing newer is left out
public record BatchList(List<BatchLine> lines, @Nullable Long next, boolean first) {

    static final int SIZE = 50;

    static BatchList of(List<BatchLine> oneMore, boolean first) {
        boolean more = oneMore.size() > SIZE;
        List<BatchLine> lines = more ? oneMore.subList(0, SIZE) : oneMore;
        return new BatchList(lines, more ? lines.getLast().id() : null, first);
    }
}
