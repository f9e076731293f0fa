package mainstay.team.energy;

import java.util.List;

/// Where the time of all those went whose hours the reader may know.
///
/// @param team     name that the leader signs in with whose team alone is looked at; empty for all
/// @param whole    whether the reader may know everybody's hours
/// @param all      the sum of the rows
/// @param teams    of all leaders among them
/// @param months   the last twelve up to the end of the period
/// @param accounts that took most of the time
public record EnergyOverview(
        EnergyPeriod period,
        String team,
        boolean whole,
        EnergySettings settings,
        Energy all,
        Verdict verdict,
        List<EnergyRow> rows,
        List<EnergyTeam> teams,
        List<EnergyMonth> months,
        List<Account> accounts) {

    /// An account with the hours it took of the reader's colleagues, without decisions.
    public record Account(String code, String name, Energy energy) {}
}
