package mainstay.workbench;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mainstay.shared.WorkSource;
import mainstay.shared.WorkSource.Work;

/// What the rules have to say to somebody, before it is known what that one said to it.
///
/// @param asks   what the firm wants to hear of, the gravest of each rule first
/// @param silent what is found too, and about too little money for the firm
/// @param off    rules that the firm has switched off
public record Found(Map<WorkKey, Work> asks, Set<WorkKey> silent, Set<String> off) {

    /// Whether the firm wants to hear of it no longer.
    public boolean isSilenced(WorkKey key) {
        return off.contains(key.rule()) || silent.contains(key);
    }

    /// Whether a rule that is on and tells all that it finds says it no longer. Of a rule with more entries than are
    /// counted some are left out, so that what is not among them may stand all the same.
    boolean isOver(WorkKey key) {
        return !asks.containsKey(key) && !isSilenced(key) && count(key.rule()) <= WorkSource.COUNTED;
    }

    private long count(String rule) {
        return Stream.concat(asks.keySet().stream(), silent.stream())
                .filter(key -> key.rule().equals(rule))
                .count();
    }
}
