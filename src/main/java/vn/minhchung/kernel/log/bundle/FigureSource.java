package vn.minhchung.kernel.log.bundle;

import java.util.List;

/** Whoever keeps amounts of objects, for the report of a bundle. A Spring bean. */
public interface FigureSource {
    /**
     * One line of a report.
     *
     * @param label in Vietnamese; empty below a line whose part this is
     * @param where in Vietnamese: which part
     * @param addsUp false: recorded events state it otherwise than by postings, so verifiers cannot add it up
     */
    record Line(String label, String where, ReportFigure figure, boolean addsUp) {}

    /** The amounts of an object as of a position, as screens show them; none of kinds of objects not known here. */
    List<Line> figures(String object, long asOf);
}
