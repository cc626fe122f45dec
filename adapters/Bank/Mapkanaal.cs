using System.Globalization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>A folder that is shared with the bank's own program: files go to «uit», reports come in «in» and are put away in «verwerkt». A file appears whole or not: it is written as .part and then renamed (payments 6.3).</summary>
internal sealed class Mapkanaal : IBankkanaal
{
    private const string Uit = "uit", In = "in", Verwerkt = "verwerkt", Half = ".part";

    /// <inheritdoc />
    public string Soort => "map";

    /// <inheritdoc />
    /// <remarks>A file that is gone may have been carried away.</remarks>
    public bool IsNavraagbaar => false;

    /// <inheritdoc />
    public async Task<bool> GeefAsync(Bankadres adres, Betaalid berichtId, ReadOnlyMemory<byte> inhoud, CancellationToken ct)
    {
        try
        {
            var naam = Path.Combine(Directory.CreateDirectory(Map(adres, Uit)).FullName, $"{berichtId}.xml");
            await using (var bestand = new FileStream(naam + Half, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await bestand.WriteAsync(inhoud, ct);
                bestand.Flush(flushToDisk: true);
            }

            File.Move(naam + Half, naam, overwrite: false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task<Bankkennis> VraagAsync(Bankadres adres, Betaalid berichtId, CancellationToken ct) =>
        Task.FromResult(File.Exists(Path.Combine(Map(adres, Uit), $"{berichtId}.xml")) ? Bankkennis.Heeft : Bankkennis.Onbekend);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>?> LijstAsync(Bankadres adres, CancellationToken ct)
    {
        try
        {
            var bestanden = Directory.CreateDirectory(Map(adres, In)).EnumerateFiles()
                .Where(b => !b.Name.EndsWith(Half, StringComparison.OrdinalIgnoreCase) && !b.Name.StartsWith('.'))
                .OrderBy(b => b.LastWriteTimeUtc).ThenBy(b => b.Name, StringComparer.Ordinal);
            return Task.FromResult<IReadOnlyList<string>?>([.. bestanden.Select(Sleutel)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<IReadOnlyList<string>?>(null);
        }
    }

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>?> HaalAsync(Bankadres adres, string sleutel, int hoogstens, CancellationToken ct)
    {
        try
        {
            var bestand = new FileInfo(Path.Combine(Map(adres, In), Naam(sleutel)));
            return bestand.Exists && bestand.Length <= hoogstens ? await File.ReadAllBytesAsync(bestand.FullName, ct) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    /// <remarks>What cannot be put away stays, and is known by its key.</remarks>
    public Task BewaardAsync(Bankadres adres, string sleutel, CancellationToken ct)
    {
        try
        {
            var weg = Directory.CreateDirectory(Map(adres, Verwerkt)).FullName;
            File.Move(Path.Combine(Map(adres, In), Naam(sleutel)), Path.Combine(weg, $"{Guid.NewGuid():N}-{Naam(sleutel)}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it is kept, and its key says so
        }

        return Task.CompletedTask;
    }

    private static string Map(Bankadres adres, string deel) => Path.Combine(adres.Map ?? throw new InvalidOperationException("A channel over a folder needs one."), deel);

    /// <summary>A bank may use a name again: with its time and size it is another report.</summary>
    private static string Sleutel(FileInfo bestand) => string.Create(CultureInfo.InvariantCulture, $"{bestand.LastWriteTimeUtc.Ticks}|{bestand.Length}|{bestand.Name}");

    private static string Naam(string sleutel) => Path.GetFileName(sleutel.Split('|', 3)[^1]);
}
