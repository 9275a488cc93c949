package org.diaodu.growth;

import java.util.List;

/**
 * What each row brings, in value added: real value V = r·P/(π/100), base U = r·B, nominal value N = r·P and the base as
 * filed last year W = r·F (design: domain.md section 3).
 */
final class Amounts {
    final Observations observations;
    final double[] value;
    final double[] base;
    final double[] nominal;
    final double[] filed;

    Amounts(Observations observations, Parameters parameters) {
        this.observations = observations;
        int rows = observations.size();
        value = new double[rows];
        base = new double[rows];
        nominal = new double[rows];
        filed = new double[rows];
        Codes industry = observations.column("industry");
        List<String> codes = industry.dictionary();
        double[] rate = new double[codes.size()];
        double[] price = new double[codes.size()];
        for (int id = 0; id < rate.length; id++) {
            rate[id] = parameters.vaRate(codes.get(id), observations.period());
            price[id] = parameters.priceIndex(codes.get(id), observations.period());
        }
        for (int row = 0; row < rows; row++) {
            int id = industry.ids()[row];
            nominal[row] = rate[id] * observations.output(row);
            value[row] = nominal[row] * 100 / price[id];
            base[row] = rate[id] * observations.base(row);
            filed[row] = rate[id] * observations.baseFiled(row);
        }
    }
}
