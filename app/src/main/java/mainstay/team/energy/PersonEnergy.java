package mainstay.team.energy;

import java.util.List;
import mainstay.identity.User;

/// Twelve months of one person.
///
/// @param all      their sum
/// @param accounts that took most of the time, as far as the reader sees them
public record PersonEnergy(
        User person,
        EnergyPeriod period,
        EnergySettings settings,
        Energy all,
        Verdict verdict,
        List<EnergyMonth> months,
        List<EnergyOverview.Account> accounts) {}
