using System.Data.Common;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>The lines of which the person may go. Implemented by Storage, under the role onderhoud; an interface because Storage uses this room and not the reverse.</summary>
internal interface IWisStore
{
    Task<long> CountAsync(Wisvraag vraag, CancellationToken ct);

    /// <summary>By slot and seq.</summary>
    Task<IReadOnlyList<Wisregel>> FindAsync(DbTransaction transactie, Wisvraag vraag, int hoogstens, CancellationToken ct);

    /// <summary>Empties the lines that a wislijn names and keeps the wislijn; its number is given here.</summary>
    /// <exception cref="InvalidOperationException">A line is not there any more.</exception>
    Task WisAsync(DbTransaction transactie, BewaardeWislijn wislijn, IReadOnlyList<Wisregel> regels, CancellationToken ct);
}

/// <summary>Which lines of a gemeente.</summary>
/// <param name="VoorbijOp">Business clock: lines whose own term ended by then; null: not by term.</param>
/// <param name="DossierId">Lines about the person of this dossier, also under a pseudonym that stands beside it; null: not by person.</param>
internal sealed record Wisvraag(string Gemeentecode, DateTimeOffset? VoorbijOp, Guid? DossierId);
