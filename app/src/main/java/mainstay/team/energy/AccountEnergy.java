package mainstay.team.energy;

/// Where the time that an account takes goes, in twelve months.
///
/// @param people who have something on record there
public record AccountEnergy(EnergyPeriod period, EnergySettings settings, Energy energy, Verdict verdict, int people) {}
