using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Access;

/// <summary>All that one decision rests on, read in one statement on the primary: rights are never cached (security 7).</summary>
public interface IAccessFacts
{
    /// <summary>False: the client was blocked, or its token is older than its tokens-valid-since.</summary>
    bool ClientGeldig { get; }

    /// <summary>Inner id; null when this caller can name no dossier with what it gave.</summary>
    Guid? DossierId { get; }

    /// <summary>The id by which this caller knows the dossier; null when it has none yet.</summary>
    Guid? ExternId { get; }

    /// <summary>DUO's words.</summary>
    string? Doelgroep { get; }

    /// <summary>B, O or Z.</summary>
    string? Leerroute { get; }

    /// <summary>Taken of this caller's opdrachten that hold at this instant.</summary>
    IReadOnlyCollection<string> ActieveTaken { get; }

    /// <summary>Doelen for which consent to this caller holds at this instant.</summary>
    IReadOnlyCollection<string> Toestemmingen { get; }

    /// <summary>Sections still encrypted, never more than the policy's most.</summary>
    IReadOnlyList<ISectie> Secties { get; }
}

/// <summary>One group of fields from one source.</summary>
public interface ISectie
{
    string Categorie { get; }

    string Bron { get; }

    /// <summary>Decrypts; called only for what the decision allows.</summary>
    JsonObject Open();
}
