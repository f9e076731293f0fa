package mainstay.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an account bought in a month. Money has four decimals.
public record Month(LocalDate month, long revenue, @Nullable Long profit, long orders) {}
