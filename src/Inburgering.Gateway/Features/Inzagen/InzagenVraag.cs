using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Which lines someone wants to see; the same for screen and API.</summary>
internal sealed record InzagenVraag
{
    public required Periode Periode { get; init; }

    public Soort Soort { get; init; }

    /// <summary>OIN; null: all.</summary>
    public string? Organisatie { get; init; }

    public string? Doel { get; init; }

    public Resultaat? Resultaat { get; init; }

    /// <summary>Account, client or job.</summary>
    public string? Actor { get; init; }

    /// <summary>Code of a gegevenscategorie of which something was asked or shown.</summary>
    public string? Categorie { get; init; }

    public Actie? Actie { get; init; }

    public Vertrouwelijkheid? Vertrouwelijkheid { get; init; }

    /// <summary>Of the page before; null: the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>In the words of the log.</summary>
    /// <param name="dossierId">Null: the whole gemeente.</param>
    /// <param name="toezicht">False: without confidential lines and without the control of the log itself.</param>
    public LogFilter Filter(Guid? dossierId, bool toezicht = true) => new()
    {
        DossierId = dossierId,
        Van = Periode.Begin,
        Tot = Periode.Einde,
        Actor = Actor,
        Organisatie = Organisatie,
        Categorie = Categorie,
        Vertrouwelijkheid = Vertrouwelijkheid,
        ZonderGevondenen = dossierId is null && Doel is null && Actie is null && Soort == Soort.Alles,
        Doel = Soort == Soort.Toezicht ? AccessDesk.Toezicht : Doel,
        // reading the log is a line too; it would drown what was done with the dossier
        ZonderDoel = !toezicht || (dossierId is not null && Doel is null && Soort != Soort.Toezicht) ? AccessDesk.Toezicht : null,
        Automatisch = Soort switch
        {
            Soort.Mensen => false,
            Soort.Automatisch => true,
            _ => null,
        },
        MetOntvanger = Soort switch
        {
            Soort.Gekeken => false,
            Soort.Geleverd => true,
            _ => null,
        },
        Acties = Soort switch
        {
            Soort.Gekeken => [Verwerkingslog.Actie.Raadplegen, Verwerkingslog.Actie.Zoeken, Verwerkingslog.Actie.Exporteren],
            Soort.Geleverd => [Verwerkingslog.Actie.Raadplegen, Verwerkingslog.Actie.Leveren, Verwerkingslog.Actie.Exporteren],
            Soort.Ontvangen => [Verwerkingslog.Actie.Ontvangen],
            _ => Actie is { } actie ? [actie] : null,
        },
        Resultaat = Soort switch
        {
            Soort.Geweigerd => Verwerkingslog.Resultaat.Geweigerd,
            Soort.Gekeken or Soort.Geleverd or Soort.Ontvangen => Resultaat ?? Verwerkingslog.Resultaat.Toegestaan,
            _ => Resultaat,
        },
        ZonderVertrouwelijk = !toezicht,
    };
}

/// <summary>The tabs of «Wie heeft gekeken».</summary>
internal enum Soort
{
    Alles,

    /// <summary>Without jobs, which would drown people.</summary>
    Mensen,
    Gekeken,

    /// <summary>Went to another organisation.</summary>
    Geleverd,

    /// <summary>Came from another organisation.</summary>
    Ontvangen,
    Geweigerd,
    Automatisch,

    /// <summary>Reading the log itself.</summary>
    Toezicht,
}
