package mainstay.workbench;

import java.util.List;

/// How a ledger gets in, for whoever has none yet.
///
/// @param command on the machine that Mainstay runs on
/// @param request from any other
/// @param sample  to look around first
/// @param columns what a sales file needs
public record FirstSteps(String command, String request, String sample, List<String> columns) {

    static FirstSteps at(String address) {
        return new FirstSteps(
                "bin/mainstay import sales.csv",
                "curl -H \"Authorization: Bearer TOKEN\" -F file=@sales.csv " + address + "/api/v1/imports",
                "bin/run --sample",
                List.of("customer", "date", "amount", "document", "product", "quantity", "cost", "region"));
    }
}
