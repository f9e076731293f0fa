package mainstay.rating;

import java.util.List;
import java.util.Map;
import mainstay.shared.web.Text;

/// What other stars would change in the measures that follow from them: limits, terms, rebates, service.
/// Contributed as beans by the modules that know these.
public interface MeasureEffect {

    /// @param moves stars now and then of the accounts that would move, by account
    /// @return sentences with their figures; none where nothing would change
    List<Text> of(Map<Long, Move> moves);

    /// @param from stars now; 0 where they are hollow, so that nothing follows from them
    /// @param to   stars under the draft, likewise
    record Move(int from, int to) {}
}
