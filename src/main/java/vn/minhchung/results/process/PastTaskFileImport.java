package vn.minhchung.results.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableReader;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastTasks;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.Line;
import vn.minhchung.results.ImportReport.Problem;
import vn.minhchung.results.ImportReport.State;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.results.PastTaskImport;

/** Reads the file whole, says what it holds, and sends one command per line that is to be recorded. */
@Component
final class PastTaskFileImport implements PastTaskImport {
    private final TableReader tables;
    private final Commands commands;
    private final RequestLog requests;
    private final StreamSequences streams;
    private final PersonalData personalData;
    private final Texts texts;

    PastTaskFileImport(
            TableReader tables,
            Commands commands,
            RequestLog requests,
            StreamSequences streams,
            PersonalData personalData,
            Texts texts) {
        this.tables = tables;
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
        this.personalData = personalData;
        this.texts = texts;
    }

    @Override
    public ImportReport run(ImportRequest request, Decision decision, String inputHash) {
        SourceTable table = SourceTable.read(tables, request);
        TableProblem problem = table.problem();
        if (problem != null) throw unreadable(problem, request.language());
        List<Line> lines = judged(table.lines(), request.language());
        List<String> notes =
                table.notes().stream().map(n -> text(n, request.language())).toList();
        boolean blocked = lines.stream().anyMatch(line -> line.state() == State.UNCLEAR) && !request.goodLinesOnly();
        if (request.dryRun() || blocked) {
            return new ImportReport(
                    request.fileName(), request.dryRun(), request.goodLinesOnly(), notes, lines, List.of());
        }
        return recorded(request, table.lines(), lines, notes, decision, inputHash);
    }

    /** What is to be done with each line, before anything is done. */
    private List<Line> judged(List<SourceLine> lines, Locale language) {
        Set<ProjectId> seen = new HashSet<>();
        List<Line> judged = new ArrayList<>();
        for (SourceLine line : lines) {
            List<Problem> problems = new ArrayList<>();
            line.doubts().forEach(d -> problems.add(problem(d, language)));
            boolean known = streams.sequenceAt(line.project().value(), Long.MAX_VALUE) >= 0;
            boolean again = !seen.add(line.project());
            if (again && !known) {
                Remark remark = Remark.of("import.same_line");
                problems.add(new Problem(null, null, remark.key(), text(remark, language), false));
            }
            State state = known || again ? State.ALREADY_RECORDED : line.unclear() ? State.UNCLEAR : State.READY;
            judged.add(new Line(line.sheet(), line.line(), line.title(), state, problems, line.project(), null));
        }
        return judged;
    }

    private ImportReport recorded(
            ImportRequest request,
            List<SourceLine> sources,
            List<Line> judged,
            List<String> notes,
            Decision decision,
            String inputHash) {
        Map<Integer, Commands.Outcome> before = recordedBefore(sources, decision, inputHash);
        List<Line> lines = new ArrayList<>();
        List<Commands.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Line line = judged.get(i);
            Commands.Outcome outcome = before.get(i);
            if (outcome == null && line.state() == State.READY) {
                outcome = sent(sources.get(i), request, lineDecision(decision, i), inputHash);
                if (outcome == null) line = line.in(State.ALREADY_RECORDED, null);
            }
            if (outcome != null) {
                outcomes.add(outcome);
                line = line.in(State.RECORDED, outcome.position());
            }
            lines.add(line);
        }
        return new ImportReport(request.fileName(), false, request.goodLinesOnly(), notes, lines, outcomes);
    }

    /**
     * Lines that this very request recorded earlier: its answer is then the same again. A key used for another file is
     * refused before the first line is sent.
     */
    private Map<Integer, Commands.Outcome> recordedBefore(
            List<SourceLine> sources, Decision decision, String inputHash) {
        Map<Integer, Commands.Outcome> before = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            RequestLog.Accepted accepted = requests.find(RequestLog.streamOf(lineDecision(decision, i)))
                    .orElse(null);
            if (accepted == null) continue;
            if (!accepted.inputHash().equals(inputHash)) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, "position", accepted.lastPosition())
                        .at("idempotencyKey");
            }
            before.put(i, new Commands.Outcome(accepted.lastPosition(), accepted.parts(), true));
        }
        return before;
    }

    /** Null when somebody else recorded the line in the meantime. */
    private Commands.@Nullable Outcome sent(
            SourceLine line, ImportRequest request, Decision decision, String inputHash) {
        try {
            return commands.send(command(line, request), decision, inputHash);
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.ALREADY_EXISTS) return null;
            throw refusal;
        }
    }

    private RecordPastTask command(SourceLine line, ImportRequest request) {
        List<PastCell> cells =
                line.cells().stream().map(cell -> sealed(cell, line.project())).toList();
        return new RecordPastTask(
                line.project(),
                line.sourceTitle(),
                line.sourceUrl(),
                request.source().retrievedOn(),
                cells);
    }

    private PastCell sealed(SourceCell cell, ProjectId task) {
        List<PastCell.Fragment> fragments = new ArrayList<>();
        for (SourceCell.Piece piece : cell.pieces()) {
            if (piece.person() == null) {
                fragments.add(PastCell.Fragment.text(piece.text()));
            } else {
                PersonId person = PastTasks.personOf(task, piece.person());
                fragments.add(PastCell.Fragment.person(personalData.seal(person, piece.text())));
            }
        }
        Remark remark = cell.remark();
        return new PastCell(
                cell.field(),
                cell.header(),
                fragments,
                cell.reading(),
                cell.certainty(),
                remark == null ? null : text(remark, Texts.VI) + " / " + text(remark, Locale.ENGLISH));
    }

    /** The same decision under a key of its own, so that a line repeated is a line answered. */
    private static Decision lineDecision(Decision decision, int line) {
        String key = Id.derived("line", decision.idempotencyKey(), Integer.toString(line));
        return new Decision(
                decision.actor(),
                decision.decidedBy(),
                decision.basis(),
                decision.reason(),
                decision.today(),
                decision.effectiveOn(),
                decision.documentDate(),
                decision.seenAt(),
                decision.requestId(),
                decision.mutation(),
                key,
                decision.channel());
    }

    private Problem problem(SourceLine.Doubt doubt, Locale language) {
        return new Problem(
                doubt.column(), doubt.raw(), doubt.remark().key(), text(doubt.remark(), language), doubt.blocking());
    }

    private Refusal unreadable(TableProblem problem, Locale language) {
        Map<String, String> facts = new HashMap<>();
        facts.put("problem", text(problem.remark(), language) + place(problem, language));
        facts.put("problemCode", problem.remark().key());
        if (problem.sheet() != null) facts.put("sheet", problem.sheet());
        if (problem.line() != null) facts.put("line", problem.line().toString());
        if (problem.column() != null) facts.put("column", problem.column().toString());
        return new Refusal(ErrorCode.IMPORT_FILE_UNREADABLE, Map.copyOf(facts)).at("content");
    }

    private String place(TableProblem problem, Locale language) {
        List<Remark> parts = new ArrayList<>();
        if (problem.sheet() != null) parts.add(Remark.of("import.place.sheet", problem.sheet()));
        if (problem.line() != null)
            parts.add(Remark.of("import.place.line", problem.line().toString()));
        if (problem.column() != null)
            parts.add(Remark.of("import.place.column", problem.column().toString()));
        return parts.isEmpty()
                ? ""
                : parts.stream().map(part -> text(part, language)).collect(Collectors.joining(", ", " (", ")"));
    }

    private String text(Remark remark, Locale language) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < remark.facts().size(); i++)
            values.put(Integer.toString(i), remark.facts().get(i));
        return Objects.requireNonNullElse(texts.text(remark.key(), language, values), remark.key());
    }
}
