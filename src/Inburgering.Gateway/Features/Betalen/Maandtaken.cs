using System.Data.Common;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What a person has to decide about a month before anything of it is paid, or because something was: told in the transaction that found it, once as long as it is open.</summary>
internal sealed class Maandtaken(BoekingStore boekingen, BanktaakStore taken)
{
    private const string Nodig = "besluit-nodig", Veranderd = "uitkering-veranderd";

    /// <summary>Nothing of the month may be paid (payments 8.4).</summary>
    /// <param name="code">OZ-02 to OZ-06.</param>
    public Task NodigAsync(DbTransaction transactie, DossierRef dossier, DateOnly maand, string code, CancellationToken ct) => MeldAsync(transactie, dossier, (Nodig, maand, code), ct);

    /// <summary>Something of it went to the bank, and it would be another now: the difference is no order (payments 8, case K).</summary>
    public Task VeranderdAsync(DbTransaction transactie, DossierRef dossier, DateOnly maand, CancellationToken ct) => MeldAsync(transactie, dossier, (Veranderd, maand, null), ct);

    /// <summary>The month can be paid: what had to be decided was.</summary>
    public Task GedaanAsync(DbTransaction transactie, DossierRef dossier, DateOnly maand, string door, CancellationToken ct) =>
        taken.CloseAsync(transactie, dossier, (Nodig, Post(maand)), door, ct);

    private Task MeldAsync(DbTransaction transactie, DossierRef dossier, (string Code, DateOnly Maand, string? Reden) wat, CancellationToken ct) => boekingen.SignalAsync(
        transactie, dossier.Gemeentecode, null, [new Banksignaal(wat.Code, "taak") { DossierId = dossier.DossierId, Post = Post(wat.Maand), Reden = wat.Reden }], ct);

    private static string Post(DateOnly maand) => $"{maand:yyyy-MM-dd}";
}
