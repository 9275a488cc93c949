package org.diaodu.policy.stacking;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import org.diaodu.policy.PolicyFault;

/**
 * Ways of searching, tried one after the other until one proves an optimum. Amounts in fen have wide ranges, and a model
 * that takes one way minutes takes another milliseconds; which proves it makes no difference to the answer.
 */
enum Search {
    PLAIN(false, 1, 1),
    RELAXED(true, 2, 3),
    PROPAGATED(true, 0, 10),
    PATIENT(false, 2, 30);

    private final boolean presolved;
    private final int linearised;
    private final double seconds;

    /**
     * @param presolved the model is simplified first
     * @param linearised how much of it the linear relaxation holds, from 0 to 2
     */
    Search(boolean presolved, int linearised, double seconds) {
        this.presolved = presolved;
        this.linearised = linearised;
        this.seconds = seconds;
    }

    /** The model, which is known to have a solution, with its proven optimum. */
    static CpSolver optimum(CpModel model, int candidates) {
        CpSolverStatus status = CpSolverStatus.UNKNOWN;
        for (Search way : values()) {
            CpSolver solver = new CpSolver();
            solver.getParameters()
                    .setNumWorkers(1)
                    .setRandomSeed(1)
                    .setCpModelPresolve(way.presolved)
                    .setLinearizationLevel(way.linearised)
                    .setMaxTimeInSeconds(way.seconds);
            status = solver.solve(model);
            if (status == CpSolverStatus.OPTIMAL) {
                return solver;
            }
        }
        throw new PolicyFault(
                "stacking.not-proven",
                "未能证明这 " + candidates + " 项的最优组合（" + status + "）。建议：减少互相交叉的互斥组与总额上限。",
                "no optimum could be proven for these " + candidates + " candidates (" + status
                        + "). Maybe fewer groups and ceilings need overlap.");
    }
}
