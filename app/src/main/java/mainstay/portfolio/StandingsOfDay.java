package mainstay.portfolio;

import java.util.List;
import java.util.Map;

/// The standings of one day, each list by rank.
///
/// @param groups accounts under common control count as one; whoever stands alone is a group of its own
/// @param roots  the controlling root of each account that is in a group with others
public record StandingsOfDay(List<Standing> accounts, List<Standing> groups, Map<Long, Long> roots) {}
