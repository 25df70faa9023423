package id.dampak.report;

import static id.dampak.report.SampleReport.money;

import id.dampak.report.NetLoss.Beside;
import id.dampak.report.NetLoss.Cell;
import id.dampak.report.NetLoss.EqualShares;
import id.dampak.report.NetLoss.Role;
import id.dampak.report.NetLoss.Row;
import id.dampak.report.NetLoss.Split;
import id.dampak.report.NetLoss.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What was displaced and recovered, of made-up numbers. */
final class SampleNetLoss {
  private SampleNetLoss() {}

  static NetLoss section() {
    return new NetLoss(
        List.of(
            new Step(Role.GROSS, "Gross loss", "not sold", money(4.9e9, 5e8)),
            new Step(Role.RELIEF, "Displaced", "sold elsewhere", money(1.7e9, 4e8)),
            new Step(Role.RELIEF, "Recovered", "came back", money(-1.2e8, 3e8)),
            new Step(Role.NET, "Net loss", "what is left", money(3.32e9, 9e8))),
        List.of(
            new Split(
                "Size class",
                "Rp billion",
                List.of("Gross", "Net"),
                List.of(row("Mikro", 1200, 910), row("Kecil", 520, 400)),
                List.of("Menengah"),
                Optional.of(new EqualShares(4.213, 1, 1182, 0.0403)))),
        List.of(
            new Beside(
                "COST <of hours>",
                "not causal",
                Optional.of(new Measurement(7.4e9, Optional.empty(), SampleReport.MONEY)),
                "yearly sales × 62.0 h / 8,760 h"),
            new Beside("Loss of all sellers", "refused", Optional.empty(), "no weight for Kecil")),
        List.of("Of what the channel lost, 35% was sold elsewhere."));
  }

  private static Row row(String name, double... amounts) {
    return new Row(
        name,
        "142",
        DoubleStream.of(amounts)
            .mapToObj(amount -> Optional.of(money(amount * 1e6, 1e8)))
            .map(amount -> Cell.of(amount, SampleReport.MONEY.notation(1.2e9, 0)))
            .toList());
  }
}
