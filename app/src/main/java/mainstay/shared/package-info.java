/// What every module may use: money, periods, the texts of three languages, the page around a page, and the
/// small interfaces by which modules above contribute to pages below without being known there.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package mainstay.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
