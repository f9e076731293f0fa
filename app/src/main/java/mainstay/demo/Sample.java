package mainstay.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/// A public ledger that can be looked at.
sealed interface Sample permits WideWorldImporters, OnlineRetail {

    /// As in `--sample NAME`.
    String name();

    /// How the firm is called.
    String firm();

    String currency();

    /// Message key of what every page says about it.
    String noticeKey();

    /// How far its dates are moved when it is loaded on a day.
    WeekShift shift(LocalDate today);

    /// Brings everything in; what is in already is left as it is, so it can be called again after a break.
    ///
    /// @param workshop for files that are needed only meanwhile
    void load(Path directory, WeekShift shift, Path workshop, Progress progress);
}
