// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.program.ScopeShape.How;
import io.xact.program.ScopeShape.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random programs. The same seed gives the same program. */
public final class Programs {

    private static final int DEPTH = 4;
    private static final int LONGEST = 5;

    private final Dice dice;
    private final Mix mix;
    private final Function<Db, Access> access;

    private Programs(long seed, Mix mix) {
        this.dice = new Dice(seed);
        this.mix = mix;
        this.access = access();
    }

    public static Program of(long seed) {
        return of(seed, Mix.GUARDED);
    }

    public static Program of(long seed, Mix mix) {
        return new Programs(seed, mix).program();
    }

    private Function<Db, Access> access() {
        return switch (mix) {
            case GUARDED -> db -> Access.GUARDED;
            case ONE_KIND_A_DATABASE -> {
                Access orders = dice.of(Access.GUARDED, Access.UNGUARDED);
                Access audit = dice.of(Access.GUARDED, Access.UNGUARDED);
                yield db -> db == Db.ORDERS ? orders : audit;
            }
            case ANY ->
                db -> dice.oneOf(
                        Dice.of(4, () -> Access.GUARDED),
                        Dice.of(3, () -> Access.UNGUARDED),
                        Dice.of(2, () -> Access.PERSISTED),
                        Dice.of(2, () -> Access.FLUSHED));
        };
    }

    private Program program() {
        Program.Owner owner = dice.oneOf(
                Dice.of(8, () -> Program.Owner.NONE),
                Dice.of(2, () -> Program.Owner.COMMITS),
                Dice.of(1, () -> Program.Owner.ROLLS_BACK));
        return new Program(owner, list(1, 3, () -> dice.in(70) ? scope(DEPTH) : step(DEPTH)));
    }

    private <T> List<T> list(int shortest, int longest, Supplier<T> element) {
        return Stream.generate(element).limit(dice.between(shortest, longest)).toList();
    }

    private List<Step> steps(int depth) {
        return dice.in(20) ? aroundSavepoint(depth) : list(1, LONGEST, () -> step(depth));
    }

    /** Savepoints that are taken here and there are hardly ever of use: here one is used where it is valid. */
    private List<Step> aroundSavepoint(int depth) {
        List<Step> steps = new ArrayList<>(List.of(Call.TAKE_SAVEPOINT, Caught.of(step(depth)), savepoint()));
        if (dice.in(50)) {
            steps.add(Call.LIFT_ROLLBACK);
        }
        steps.add(step(depth));
        return steps;
    }

    private Step step(int depth) {
        return depth == 0
                ? leaf()
                : dice.oneOf(
                        Dice.of(35, this::leaf),
                        Dice.of(12, () -> scope(depth - 1)),
                        Dice.of(25, () -> Caught.of(scope(depth - 1))),
                        Dice.of(12, () -> Caught.of(leaf())),
                        Dice.of(3, () -> new Caught.Marking(steps(depth - 1))),
                        Dice.of(10, () -> keeping(depth - 1)),
                        Dice.of(9, () -> hook(depth - 1)));
    }

    /** A connection that is kept is a guarded one. */
    private Step keeping(int depth) {
        Db db = dice.of(Db.values());
        List<Step> steps = steps(depth);
        return mix == Mix.ONE_KIND_A_DATABASE && access.apply(db) != Access.GUARDED
                ? new Caught(steps)
                : new Insert.Keeping(db, steps);
    }

    private Step leaf() {
        return dice.oneOf(
                Dice.of(30, () -> insert(false)),
                Dice.of(8, () -> insert(true)),
                Dice.of(9, () -> new Thrown(dice.of(Thrown.Kind.values()))),
                Dice.of(4, Thrown.Again::new),
                Dice.of(2, this::passing),
                Dice.of(22, this::call),
                Dice.of(10, () -> Call.SEND),
                Dice.of(6, this::savepoint));
    }

    private Step insert(boolean duplicate) {
        Db db = dice.of(Db.values());
        Insert insert = new Insert(db, access.apply(db), dice.of(Way.values()), duplicate);
        return duplicate && insert.access() == Access.PERSISTED ? insert.by(Access.FLUSHED) : insert;
    }

    private Step passing() {
        return new Thrown.Passing(dice.between(1, 2));
    }

    private Step call() {
        return dice.oneOf(
                Dice.of(4, () -> Call.LOOK),
                Dice.of(3, () -> Call.SET_ROLLBACK),
                Dice.of(6, () -> Call.LIFT_ROLLBACK),
                Dice.of(4, () -> Call.TAKE_SAVEPOINT),
                Dice.of(1, () -> Call.MARKED_BY_A_THIRD_PARTY));
    }

    private Step savepoint() {
        return new Savepoint(dice.in(33), dice.in(20) ? 1 : 0);
    }

    /** Hooks are less deep than what is around them. */
    private Step hook(int depth) {
        List<Step> steps = new ArrayList<>(list(0, 2, () -> step(Math.min(depth, 2))));
        if (depth > 0 && dice.in(40)) {
            steps.add(0, hook(0));
        }
        return new Hook(dice.of(Hook.Kind.values()), steps);
    }

    private Step scope(int depth) {
        ScopeShape shape = shape();
        List<Step> steps = new ArrayList<>(steps(depth));
        if (shape.retries() > 0 && dice.in(40)) {
            steps.add(0, new Thrown.Passing(dice.between(1, shape.retries())));
        }
        return new InScope(shape, steps);
    }

    private ScopeShape shape() {
        return dice.oneOf(
                Dice.of(6, () -> ScopeShape.of(How.LAMBDA)),
                Dice.of(2, () -> ScopeShape.of(dice.of(How.METHOD, How.CLASS))),
                Dice.of(10, this::lambda),
                Dice.of(4, this::begun));
    }

    private ScopeShape lambda() {
        ScopeShape shape = propagated(ScopeShape.of(How.LAMBDA));
        ScopeShape listing = dice.in(33) ? shape.listing() : shape;
        return dice.in(30) ? listing.retrying(dice.between(1, 2)) : listing;
    }

    /** Retries and listed exceptions need a body to look at. */
    private ScopeShape begun() {
        return propagated(ScopeShape.of(dice.oneOf(
                Dice.of(5, () -> How.BEGUN_AND_COMMITTED),
                Dice.of(3, () -> How.BEGUN_AND_CLOSED),
                Dice.of(1, () -> How.BEGUN_FAILED_AND_COMMITTED),
                Dice.of(1, () -> How.BEGUN_FAILED_AND_CLOSED))));
    }

    private ScopeShape propagated(ScopeShape shape) {
        ScopeShape propagated = shape.with(dice.oneOf(
                Dice.of(4, () -> Propagation.NEST),
                Dice.of(4, () -> Propagation.MERGE),
                Dice.of(2, () -> Propagation.NEW),
                Dice.of(1, () -> Propagation.DURABLE)));
        return dice.in(33) ? propagated.using(dice.of(Db.values())) : propagated;
    }
}
