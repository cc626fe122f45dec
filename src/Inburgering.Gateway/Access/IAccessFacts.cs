using System.Collections.ObjectModel;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Access;

/// <summary>All that one decision rests on, read in one statement on the primary: rights are never cached (security 7).</summary>
public interface IAccessFacts
{
    /// <summary>False: the client was blocked, or its token is older than its tokens-valid-since.</summary>
    bool ClientGeldig { get; }

    /// <summary>Hash of the policy in force for all processes; another than the desk's: it decides nothing (security 12).</summary>
    string? Beleid { get; }

    /// <summary>Inner id; null when this caller can name no dossier with what it gave.</summary>
    Guid? DossierId { get; }

    /// <summary>The id by which this caller knows the dossier; null when it has none yet.</summary>
    Guid? ExternId { get; }

    /// <summary>DUO's words.</summary>
    string? Doelgroep { get; }

    /// <summary>B, O or Z.</summary>
    string? Leerroute { get; }

    /// <summary>This caller's opdrachten that run at this instant, or ended less than a month ago.</summary>
    IReadOnlyCollection<Opdrachtfeit> Opdrachten { get; }

    /// <summary>Consents to this caller that hold at this instant.</summary>
    IReadOnlyCollection<Toestemmingfeit> Toestemmingen { get; }

    /// <summary>Categories that are held back for everyone (AVG 18).</summary>
    IReadOnlyCollection<string> Beperkingen { get; }

    /// <summary>Doelen whose use by this caller is contested and not decided, or was upheld (AVG 21).</summary>
    IReadOnlyCollection<string> Bezwaren { get; }

    /// <summary>The employee's emergency access to this dossier that holds at this instant; null when there is none.</summary>
    Guid? Noodtoegang { get; }

    /// <summary>By field, "PIP.niveau": the source that the regievoerder chose where sources differ.</summary>
    IReadOnlyDictionary<string, string> Bronkeuzes => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Sections still encrypted, never more than the policy's most.</summary>
    IReadOnlyList<ISectie> Secties { get; }
}

/// <summary>An assignment as a decision sees it.</summary>
/// <param name="Verwijzing">Its id and version, "9f…@2".</param>
/// <param name="Loopt">False: ended less than a month ago, so what the partner delivered itself may still be read back.</param>
/// <param name="InCaseload">It runs and is among those on which the user works who asks; true as well when no user is named.</param>
public sealed record Opdrachtfeit(string Taak, string Verwijzing, bool Loopt, bool InCaseload = true);

/// <summary>A consent as a decision sees it.</summary>
/// <param name="Verwijzing">Its id and version of text.</param>
public sealed record Toestemmingfeit(string Doel, string Verwijzing);

/// <summary>One group of fields from one source.</summary>
public interface ISectie
{
    string Categorie { get; }

    string Bron { get; }

    /// <summary>Whether it came along with a move: told to the former gemeente.</summary>
    bool Overgenomen => false;

    /// <summary>Decrypts; called only for what the decision allows.</summary>
    JsonObject Open();
}
