using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Where the verifier reads: the database, or an exported file. All readings see the same instant.</summary>
internal interface IControleBron : IAsyncDisposable
{
    Task<IReadOnlyList<Kop>> ReadKoppenAsync(CancellationToken ct);

    /// <summary>By number; the content of one may have any form.</summary>
    IAsyncEnumerable<Zegel> ReadZegelsAsync(CancellationToken ct);

    /// <summary>By gemeente and number.</summary>
    IAsyncEnumerable<BewaardeWislijn> ReadWislijnenAsync(CancellationToken ct);

    /// <summary>By month.</summary>
    IAsyncEnumerable<BewaardeAfsluiting> ReadAfsluitingenAsync(CancellationToken ct);

    /// <summary>By number.</summary>
    IAsyncEnumerable<BewaardHerstel> ReadHerstellenAsync(CancellationToken ct);

    /// <summary>All heads that checkpoints list, each once, by gemeente, slot and seq.</summary>
    /// <param name="zonder">Numbers of checkpoints that are no evidence.</param>
    IAsyncEnumerable<Kop> ReadVerzegeldeKoppenAsync(IReadOnlyCollection<long> zonder, CancellationToken ct);

    /// <summary>All lines by gemeente, slot and seq. The instance given may be the same every time.</summary>
    IAsyncEnumerable<KetenRegel> ReadRegelsAsync(CancellationToken ct);
}
