using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Storage.Sleutels;

/// <summary>The key folder (interface 5): keys that live outside the database and are equal on every machine.</summary>
/// <remarks>
/// Files: <c>inpak-&lt;kid&gt;.key</c>, <c>index-&lt;versie&gt;.key</c>, <c>herkenning-&lt;kid&gt;.key</c>, <c>pseudoniem-&lt;versie&gt;.key</c>,
/// <c>dataprotection-&lt;kid&gt;.key</c> (32 random bytes each, base64) and <c>zegel-&lt;kid&gt;.pem</c>, <c>uitgever-&lt;kid&gt;.pem</c> (PKCS#8). The
/// highest name is the current one; older ones stay readable. How each is replaced: docs/sleutels.md.
/// </remarks>
public sealed class Sleutelmap : IDisposable
{
    private const string DemoMerk = "door-de-demo-gemaakt";

    // 10 comes after 9
    private static readonly Comparer<string> Volgorde = Comparer<string>.Create((een, ander) =>
        een.Length == ander.Length ? string.CompareOrdinal(een, ander) : een.Length.CompareTo(ander.Length));

    private static readonly string[] RandomKeys = ["inpak", "index", "herkenning", "pseudoniem", "dataprotection"];
    private readonly Dictionary<string, SortedDictionary<string, byte[]>> geheimen = [];
    private readonly SortedDictionary<string, ECDsa> zegels = new(Volgorde);
    private readonly List<RsaSecurityKey> uitgevers = [];

    private Sleutelmap(string map) => Map = map;

    /// <summary>Folder the keys were read from.</summary>
    public string Map { get; }

    /// <summary>Issuer keys, current one first; both are published (JWKS).</summary>
    public IReadOnlyList<RsaSecurityKey> UitgeverSleutels => uitgevers;

    /// <summary>Key that seals checkpoints: ECDSA P-256.</summary>
    public string ZegelKid => zegels.Keys.Last();

    /// <summary>All seal keys by kid, also those that only verify.</summary>
    public IReadOnlyDictionary<string, ECDsa> ZegelSleutels => zegels;

    /// <summary>Reads the folder.</summary>
    /// <exception cref="InvalidOperationException">A kind of key is missing: says in Dutch which.</exception>
    public static Sleutelmap Open(string map)
    {
        var sleutels = new Sleutelmap(map);
        foreach (var soort in RandomKeys)
        {
            sleutels.geheimen[soort] = new(Files(map, soort, ".key")
                .ToDictionary(f => f.Kid, f => Convert.FromBase64String(File.ReadAllText(f.Path).Trim())), Volgorde);
            Require(sleutels.geheimen[soort].Count > 0, map, soort);
        }

        sleutels.CheckIndex();

        foreach (var (kid, path) in Files(map, "zegel", ".pem"))
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            sleutels.zegels[kid] = key;
        }

        sleutels.uitgevers.AddRange(LeesUitgevers(map));
        Require(sleutels.zegels.Count > 0, map, "zegel");
        Require(sleutels.uitgevers.Count > 0, map, "uitgever");
        return sleutels;
    }

    /// <summary>Issuer keys as the folder holds them now, in the order of <see cref="UitgeverSleutels"/>.</summary>
    internal static IReadOnlyList<RsaSecurityKey> LeesUitgevers(string map) =>
        [.. Uitgevers(map).Select(file => new RsaSecurityKey(LeesRsa(file.Path)) { KeyId = file.Kid })];

    /// <summary>Changes whenever an issuer key is added, replaced or taken away.</summary>
    internal static string UitgeverStand(string map) =>
        string.Join('|', Uitgevers(map).Select(file => $"{file.Kid}@{File.GetLastWriteTimeUtc(file.Path).Ticks}"));

    /// <summary>Whether ./run made these keys: good for a demo, refused in production.</summary>
    public static bool IsVanDemo(string map) => File.Exists(Path.Combine(map, DemoMerk));

    /// <summary>Makes what is missing; for the demo and a first installation only.</summary>
    public static void MaakOntbrekende(string map)
    {
        Directory.CreateDirectory(map, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!Files(map, "inpak", ".key").Any())
        {
            File.WriteAllText(Path.Combine(map, DemoMerk), string.Empty);
        }

        foreach (var soort in RandomKeys.Where(soort => !Files(map, soort, ".key").Any()))
        {
            Write(map, $"{soort}-1.key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        if (!Files(map, "zegel", ".pem").Any())
        {
            using var zegel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Write(map, "zegel-1.pem", zegel.ExportPkcs8PrivateKeyPem());
        }

        foreach (var kid in new[] { "1", "2" }.Where(kid => !File.Exists(Path.Combine(map, $"uitgever-{kid}.pem"))))
        {
            using var rsa = RSA.Create(3072);
            Write(map, $"uitgever-{kid}.pem", rsa.ExportPkcs8PrivateKeyPem());
        }
    }

    /// <summary>The current key of a kind and its version name.</summary>
    public (string Kid, byte[] Sleutel) Huidige(string soort)
    {
        var (kid, sleutel) = geheimen[soort].Last();
        return (kid, sleutel);
    }

    /// <summary>A key by name, for what was made with an older one.</summary>
    /// <exception cref="CryptographicException">Not in the folder.</exception>
    public byte[] Sleutel(string soort, string kid) =>
        geheimen[soort].TryGetValue(kid, out var key) ? key : throw new CryptographicException($"Sleutel {soort}-{kid} ontbreekt in de sleutelmap.");

    /// <summary>A key derived per gemeente (HKDF-SHA256), so that one gemeente's values say nothing in another's.</summary>
    public byte[] PerGemeente(string soort, string gemeentecode) => PerGemeente(soort, Huidige(soort).Kid, gemeentecode);

    /// <summary>As above, of one version.</summary>
    public byte[] PerGemeente(string soort, string kid, string gemeentecode) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Sleutel(soort, kid), 32, info: Encoding.UTF8.GetBytes($"{soort}/{gemeentecode}"));

    /// <summary>Versions of the blind index in use: one, or two that follow each other while the key is being replaced (security 18).</summary>
    internal IReadOnlyList<ushort> Indexversies => [.. geheimen["index"].Keys.Select(kid => ushort.Parse(kid, CultureInfo.InvariantCulture))];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var zegel in zegels.Values)
        {
            zegel.Dispose();
        }

        foreach (var uitgever in uitgevers)
        {
            uitgever.Rsa.Dispose();
        }
    }

    /// <summary>Writes a file only its owner can read.</summary>
    internal static void Write(string map, string name, string content)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using var writer = new StreamWriter(Path.Combine(map, name), options);
        writer.Write(content);
    }

    /// <summary>An odd version stands in one column and an even one in the other, so two may live side by side and no more.</summary>
    private void CheckIndex()
    {
        var versies = geheimen["index"].Keys.Select(kid => ushort.TryParse(kid, CultureInfo.InvariantCulture, out var versie) ? versie : 0).ToList();
        if (versies.Contains(0) || versies.Count > 2 || versies[^1] - versies[0] > 1)
        {
            throw new InvalidOperationException(
                $"In de sleutelmap {Map} staan de indexsleutels {string.Join(", ", geheimen["index"].Keys)}. Er mag er één staan, of twee die op elkaar volgen; zie docs/sleutels.md.");
        }
    }

    private static IEnumerable<(string Kid, string Path)> Files(string map, string soort, string extension) =>
        Directory.Exists(map)
            ? Directory.EnumerateFiles(map, $"{soort}-*{extension}").Select(p => (Path.GetFileNameWithoutExtension(p)[(soort.Length + 1)..], p))
            : [];

    private static IEnumerable<(string Kid, string Path)> Uitgevers(string map) =>
        Files(map, "uitgever", ".pem").OrderBy(file => file.Kid, Volgorde);

    private static RSA LeesRsa(string path)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        return rsa;
    }

    private static void Require(bool present, string map, string soort)
    {
        if (!present)
        {
            throw new InvalidOperationException($"In de sleutelmap {map} ontbreekt de sleutel «{soort}». Zet hem erin, of start met ./run om de demo te maken.");
        }
    }
}
