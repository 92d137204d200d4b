using QmlBench.Circuits;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>A part of a program: a stretch without branching, or a measurement whose record is read later.</summary>
internal abstract record ProgramStage(Condition? Condition, ulong LiveAfter);

/// <summary>A stretch of gates and channels.</summary>
/// <param name="Plan">What it does.</param>
/// <param name="Condition">The records it needs, or null.</param>
/// <param name="LiveAfter">Classical bits still read afterwards; branches that differ in others alone are added up.</param>
internal sealed record PlanStage(StraightPlan Plan, Condition? Condition, ulong LiveAfter) : ProgramStage(Condition, LiveAfter);

/// <summary>A measurement that splits the state into one branch per record.</summary>
/// <param name="Step">The measurement.</param>
/// <param name="LiveAfter">As above.</param>
internal sealed record MeasureStage(MeasureStep Step, ulong LiveAfter) : ProgramStage(Step.Condition, LiveAfter);
