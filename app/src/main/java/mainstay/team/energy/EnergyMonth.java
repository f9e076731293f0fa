package mainstay.team.energy;

import java.time.LocalDate;

/// A month of one person, or of all that are looked at.
///
/// @param first first day of the month
public record EnergyMonth(LocalDate first, Energy energy, Verdict verdict) {}
