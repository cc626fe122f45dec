namespace Inburgering.Gateway.Access;

/// <summary>Why not: in the order in which refusals are given (interface 5).</summary>
public enum Refusal
{
    /// <summary>No doel was stated: 400.</summary>
    DoelOntbreekt,

    /// <summary>Text that can be no doel: 400.</summary>
    DoelOngeldig,

    /// <summary>The partner must name its user, and named none: 403.</summary>
    GebruikerOntbreekt,

    /// <summary>No caseload is kept for this organisation, or one of its users asks what is for its system alone: 403.</summary>
    GeenCaseload,

    /// <summary>The doel is unknown or another's, or asks a scope the token lacks: 403.</summary>
    DoelNietToegestaan,

    /// <summary>Another version of the policy is in force than this process holds: 503, until it has loaded that one.</summary>
    BeleidVerouderd,

    /// <summary>Client blocked or token withdrawn: 401.</summary>
    ClientIngetrokken,

    /// <summary>No dossier, another gemeente's, no opdracht or outside its doelgroep: one answer, 404.</summary>
    GeenRelatie,
}
